import { type Choice, Choices, type ChoicesProps, type Divider } from './choices.js';

export interface RadiosProps extends ChoicesProps {
  items: readonly (Choice | Divider)[];
  /** Checks the item with this value. */
  value?: string;
}

export const Radios = ({ value, ...props }: RadiosProps) => (
  <Choices kind="radios" {...props} isChecked={(item) => item.checked ?? item.value === value} />
);
