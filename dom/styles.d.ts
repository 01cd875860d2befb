/** A style sheet of ours as text, made smaller by the build. */
declare module '*.css?inline' {
  const rules: string;
  export default rules;
}
