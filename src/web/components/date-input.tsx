import { classes } from './attributes.js';
import { FieldGroup, type FieldSetProps } from './form-group.js';
import { Input } from './input.js';
import { Worded } from './words.js';

export const DATE_PARTS = ['day', 'month', 'year'] as const;
export type DatePart = (typeof DATE_PARTS)[number];

export interface DateInputProps extends FieldSetProps {
  /** The inputs are called `<name>-day` and so on; with an empty name `day`, `month` and `year` alone. */
  name: string;
  /** The name, unless told; the inputs are `<id>-day` and so on. */
  id?: string;
  /** What is asked for, such as month and year alone. */
  parts?: readonly DatePart[];
  values?: Partial<Record<DatePart, string | number>>;
  /** What of the date is wrong; with an error all of it, unless told. */
  wrong?: readonly DatePart[];
}

// Screen readers say the description of a fieldset of texts only if it has the role of a group.
export const DateInput = ({ name, id = name, parts = DATE_PARTS, ...props }: DateInputProps) => {
  const wrong = props.wrong ?? (props.error ? parts : []);
  return (
    <FieldGroup {...props} id={id} role="group">
      {() => (
        <div class={classes('govuk-date-input', props.class)} id={id} {...props.attributes}>
          {parts.map((part) => (
            <div class="govuk-date-input__item">
              <Input
                label={<Worded>{(words) => words[part]}</Worded>}
                labelClass="govuk-date-input__label"
                id={`${id}-${part}`}
                name={name ? `${name}-${part}` : part}
                value={props.values?.[part]}
                inputmode="numeric"
                class={classes(
                  'govuk-date-input__input',
                  part === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2',
                  wrong.includes(part) && 'govuk-input--error',
                )}
              />
            </div>
          ))}
        </div>
      )}
    </FieldGroup>
  );
};
