import { type Attributes, classes } from './attributes.js';
import { Field, type FieldProps } from './form-group.js';
import { Worded } from './words.js';

export interface SelectItem {
  /** Without it the text is sent. */
  value?: string | number;
  text: string;
  selected?: boolean;
  disabled?: boolean;
  attributes?: Attributes;
}

export interface SelectProps extends FieldProps {
  items: readonly SelectItem[];
  /** Selects the item with this value. */
  value?: string | number;
  disabled?: boolean;
}

/** With so many choices, script makes it a field in which one writes a part of the name. */
const LONG = 60;

export const Select = (props: SelectProps) =>
  props.items.length > LONG ? (
    <Worded>{({ find }) => <Choices {...props} attributes={{ ...props.attributes, 'data-find': JSON.stringify(find) }} />}</Worded>
  ) : (
    <Choices {...props} />
  );

const Choices = (props: SelectProps) => {
  const { name, id = name } = props;
  const isSelected = (item: SelectItem) => item.selected ?? String(item.value ?? item.text) === String(props.value ?? '');
  return (
    <Field {...props} id={id}>
      {(describedBy) => (
        <select
          class={classes('govuk-select', props.class, props.error && 'govuk-select--error')}
          id={id}
          name={name}
          disabled={props.disabled}
          aria-describedby={describedBy}
          {...props.attributes}
        >
          {props.items.map((item) => (
            <option value={item.value} selected={isSelected(item)} disabled={item.disabled} {...item.attributes}>
              {item.text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
};
