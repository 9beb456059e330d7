import type { ComponentChildren } from 'preact';
import type { Attributes } from './attributes.js';

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

interface HeadingProps {
  level: HeadingLevel;
  id?: string;
  class?: string;
  attributes?: Attributes;
  children: ComponentChildren;
}

/** A heading whose level depends on where it stands. */
export const Heading = ({ level, children, attributes, ...props }: HeadingProps) => {
  const Level = `h${level}` as const;
  return (
    <Level {...props} {...attributes}>
      {children}
    </Level>
  );
};
