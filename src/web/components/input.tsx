import type { ComponentChildren } from 'preact';
import { type Attributes, classes } from './attributes.js';
import { Field, type FieldProps } from './form-group.js';

export interface InputProps extends FieldProps {
  type?: 'text' | 'email' | 'tel' | 'url' | 'number' | 'search' | 'password' | 'date';
  value?: string | number;
  autocomplete?: string;
  inputmode?: 'none' | 'text' | 'decimal' | 'numeric' | 'tel' | 'search' | 'email' | 'url';
  spellcheck?: boolean;
  autocapitalize?: 'none' | 'sentences' | 'words' | 'characters';
  pattern?: string;
  disabled?: boolean;
  /** A unit before or after the input, such as a currency. Hidden from screen readers: the label must say it too. */
  prefix?: ComponentChildren;
  suffix?: ComponentChildren;
}

interface Around {
  groupAttributes?: Attributes;
  /** Stands behind the input, in one row with it. */
  after?: ComponentChildren;
  wrapperClass?: string;
}

const Affix = ({ side, children }: { side: 'prefix' | 'suffix'; children: ComponentChildren }) => (
  <div class={`govuk-input__${side}`} aria-hidden="true">
    {children}
  </div>
);

export const Input = (props: InputProps & Around) => {
  const { name, id = name, prefix, suffix, after } = props;
  const further: Attributes = { type: props.type ?? 'text', ...props.attributes };
  return (
    <Field {...props} id={id}>
      {(describedBy) => {
        const input = (
          <input
            class={classes('govuk-input', props.class, props.error && 'govuk-input--error')}
            id={id}
            name={name}
            value={props.value}
            spellcheck={props.spellcheck}
            disabled={props.disabled}
            aria-describedby={describedBy}
            autocomplete={props.autocomplete}
            autocapitalize={props.autocapitalize}
            pattern={props.pattern}
            inputmode={props.inputmode}
            {...further}
          />
        );
        if (!prefix && !suffix && !after) return input;
        return (
          <div class={classes('govuk-input__wrapper', props.wrapperClass)}>
            {prefix && <Affix side="prefix">{prefix}</Affix>}
            {input}
            {suffix && <Affix side="suffix">{suffix}</Affix>}
            {after}
          </div>
        );
      }}
    </Field>
  );
};
