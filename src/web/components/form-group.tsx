import type { ComponentChildren } from 'preact';
import { type Attributes, classes } from './attributes.js';
import { ErrorMessage } from './error-message.js';
import { Fieldset } from './fieldset.js';
import { Hint } from './hint.js';
import { Label } from './label.js';

interface GroupProps {
  hint?: ComponentChildren;
  /** What is wrong and how to mend it. */
  error?: ComponentChildren;
  /** Ids of what describes the field beside its hint and its error. */
  describedBy?: string;
  /** The label or legend is the title of the page, where the page asks this one question. */
  isPageHeading?: boolean;
  class?: string;
  groupClass?: string;
  attributes?: Attributes;
}

/** What every field with one control takes. */
export interface FieldProps extends GroupProps {
  name: string;
  /** The name, unless told. */
  id?: string;
  label: ComponentChildren;
  labelClass?: string;
}

/** What every field of several controls takes. */
export interface FieldSetProps extends GroupProps {
  /** Names the controls as one question; only a lone checkbox, or a group named elsewhere on the page, does without. */
  legend?: ComponentChildren;
  legendClass?: string;
  fieldsetClass?: string;
  fieldsetAttributes?: Attributes;
}

interface Inside {
  groupAttributes?: Attributes;
  /** The control, told the ids of what describes it. */
  children: (describedBy: string | undefined) => ComponentChildren;
}

const Group = (props: { error: ComponentChildren; class?: string; attributes?: Attributes; children: ComponentChildren }) => (
  <div class={classes('govuk-form-group', props.error && 'govuk-form-group--error', props.class)} {...props.attributes}>
    {props.children}
  </div>
);

const HintAndError = ({ id, hint, error }: { id: string; hint: ComponentChildren; error: ComponentChildren }) => (
  <>
    {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
    {error && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
  </>
);

const descriptionOf = (id: string, { describedBy, hint, error }: GroupProps): string | undefined =>
  classes(describedBy, hint && `${id}-hint`, error && `${id}-error`) || undefined;

/** A control with its label, hint and error message. */
export const Field = ({ groupAttributes, children, ...props }: Omit<FieldProps, 'name' | 'id'> & Inside & { id: string }) => (
  <Group error={props.error} class={props.groupClass} attributes={groupAttributes}>
    <Label for={props.id} class={props.labelClass} isPageHeading={props.isPageHeading}>
      {props.label}
    </Label>
    <HintAndError id={props.id} hint={props.hint} error={props.error} />
    {children(descriptionOf(props.id, props))}
  </Group>
);

/** Controls that answer one question, with its legend, hint and error message. */
export const FieldGroup = ({ id, role, children, ...props }: FieldSetProps & Inside & { id: string; role?: 'group' }) => {
  const describedBy = descriptionOf(id, props);
  const inside = (
    <>
      <HintAndError id={id} hint={props.hint} error={props.error} />
      {children(describedBy)}
    </>
  );
  return (
    <Group error={props.error} class={props.groupClass}>
      {props.legend ? (
        <Fieldset
          legend={props.legend}
          legendClass={props.legendClass}
          isPageHeading={props.isPageHeading}
          describedBy={describedBy}
          role={role}
          class={props.fieldsetClass}
          attributes={props.fieldsetAttributes}
        >
          {inside}
        </Fieldset>
      ) : (
        inside
      )}
    </Group>
  );
};
