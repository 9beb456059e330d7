import type { ComponentChildren } from 'preact';

/** What a person wrote, in the language and the direction of its own. */
export const UserText = ({ language, children }: { language?: string; children: ComponentChildren }) => (
  <span lang={language} dir="auto">
    {children}
  </span>
);
