import { type Choice, Choices, type ChoicesProps, type Divider } from './choices.js';

export interface CheckboxChoice extends Choice {
  /** The one answer that excludes the others, "none of these": with script it unchecks them. */
  isExclusive?: boolean;
  /** A name of its own, where each answer is a field. */
  name?: string;
}

export interface CheckboxesProps extends ChoicesProps {
  items: readonly (CheckboxChoice | Divider)[];
  /** Checks the items with these values. */
  values?: readonly string[];
}

export const Checkboxes = ({ values = [], ...props }: CheckboxesProps) => (
  <Choices
    kind="checkboxes"
    {...props}
    isChecked={(item) => item.checked ?? values.includes(item.value)}
    inputOf={(item: CheckboxChoice) => ({
      ...(item.name && { name: item.name }),
      ...(item.isExclusive && { 'data-behaviour': 'exclusive' }),
    })}
  />
);
