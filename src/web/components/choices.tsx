import type { ComponentChildren } from 'preact';
import { type Attributes, classes } from './attributes.js';
import { FieldGroup, type FieldSetProps } from './form-group.js';
import { Hint } from './hint.js';
import { Label } from './label.js';

/** One answer. There is no field that opens below it: screen readers are not told of it. Show it always, or ask on the next page. */
export interface Choice {
  value: string;
  text: ComponentChildren;
  hint?: ComponentChildren;
  id?: string;
  checked?: boolean;
  disabled?: boolean;
  labelClass?: string;
  labelAttributes?: Attributes;
  attributes?: Attributes;
}

/** A word between answers, such as "or". */
export interface Divider {
  divider: ComponentChildren;
}

export interface ChoicesProps extends FieldSetProps {
  name: string;
  /** The id of the first answer, and the start of all others; the name, unless told. */
  idPrefix?: string;
}

interface Inside {
  kind: 'radios' | 'checkboxes';
  items: readonly (Choice | Divider)[];
  isChecked: (choice: Choice) => boolean;
  /** Attributes of one input beside the common ones. */
  inputOf?: (choice: Choice) => Attributes;
}

/** What radios and checkboxes share. */
export const Choices = ({ kind, items, isChecked, inputOf, idPrefix, name, ...props }: ChoicesProps & Inside) => {
  const prefix = idPrefix ?? name;
  return (
    <FieldGroup {...props} id={prefix}>
      {(describedBy) => (
        <div class={classes(`govuk-${kind}`, props.class)} {...props.attributes} data-module={`govuk-${kind}`}>
          {items.map((item, index) => {
            if ('divider' in item) return <div class={`govuk-${kind}__divider`}>{item.divider}</div>;
            // The first has no number, so that the error summary can link to it by the name of the field.
            const id = item.id ?? (index === 0 ? prefix : `${prefix}-${index + 1}`);
            const hintId = item.hint ? `${id}-item-hint` : undefined;
            const outside = kind === 'checkboxes' && !props.legend && describedBy;
            return (
              <div class={`govuk-${kind}__item`}>
                <input
                  class={`govuk-${kind}__input`}
                  id={id}
                  name={name}
                  type={kind === 'radios' ? 'radio' : 'checkbox'}
                  value={item.value}
                  checked={isChecked(item)}
                  disabled={item.disabled}
                  aria-describedby={classes(outside, hintId) || undefined}
                  {...inputOf?.(item)}
                  {...item.attributes}
                />
                <Label for={id} class={classes(`govuk-${kind}__label`, item.labelClass)} attributes={item.labelAttributes}>
                  {item.text}
                </Label>
                {hintId && (
                  <Hint id={hintId} class={`govuk-${kind}__hint`}>
                    {item.hint}
                  </Hint>
                )}
              </div>
            );
          })}
        </div>
      )}
    </FieldGroup>
  );
};
