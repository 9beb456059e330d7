import type { ComponentChildren } from 'preact';
import { type Attributes, classes } from './attributes.js';
import { Field, type FieldProps } from './form-group.js';

export interface TextareaProps extends FieldProps {
  value?: string;
  rows?: number;
  spellcheck?: boolean;
  autocomplete?: string;
  disabled?: boolean;
}

interface Around {
  groupAttributes?: Attributes;
  after?: ComponentChildren;
}

export const Textarea = (props: TextareaProps & Around) => {
  const { name, id = name } = props;
  return (
    <Field {...props} id={id}>
      {(describedBy) => (
        <>
          <textarea
            class={classes('govuk-textarea', props.error && 'govuk-textarea--error', props.class)}
            id={id}
            name={name}
            rows={props.rows ?? 5}
            spellcheck={props.spellcheck}
            disabled={props.disabled}
            aria-describedby={describedBy}
            autocomplete={props.autocomplete}
            value={props.value}
            {...props.attributes}
          />
          {props.after}
        </>
      )}
    </Field>
  );
};
