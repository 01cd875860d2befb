/** Routes that take nothing but the shapes of the protocol: what else comes is refused with what is wrong about it. */
import * as v from 'valibot';
import { Refusal, type Routes, type RouteTable, routes, type SenderRule } from './messages';

type Declared<Shapes> = Record<keyof Shapes, { carries: unknown; answer: unknown }>;

/** @param shapes of every kind of message of this direction */
export function checkedRoutes<
  P extends Declared<Shapes>,
  Shapes extends Record<keyof P, v.GenericSchema>,
>(from: SenderRule, shapes: Shapes, table: RouteTable<P>): Routes {
  const kinds = Object.keys(shapes) as Array<keyof P & string>;
  const checked = kinds.map((kind) => [
    kind,
    (carried: unknown, sender: Parameters<SenderRule>[0]) => {
      const result = v.safeParse(shapes[kind], carried);
      if (result.success) return table[kind](result.output as P[typeof kind]['carries'], sender);
      const issue = result.issues[0];
      const where = v.getDotPath(issue) ?? 'it';
      throw new Refusal(`Sidelight refuses “${kind}”: ${where}: ${issue.message}`);
    },
  ]);
  return routes<P>(from, Object.fromEntries(checked) as RouteTable<P>);
}
