/** A part of a page under a heading of its own. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './page.css';

export function Section({ title, children }: { title: string; children: ComponentChildren }) {
  const label = useId();
  return (
    <section class="page-section" aria-labelledby={label}>
      <h2 id={label}>{title}</h2>
      {children}
    </section>
  );
}
