import type { ComponentChildren } from 'preact';
import { Button, Form, FormErrors, type FormState, SelectField, TextAreaField } from '../components/index.js';
import { useReader } from '../page/reader.js';
import { DeskFrame, type DeskFrameProps } from './desk-frame.js';
import { reasonItems, type ReasonsOf } from './reason-items.js';

export const REASON_FIELDS = ['reason', 'note'];

export interface ReasonFormProps extends Pick<DeskFrameProps, 'way'> {
  title: string;
  /** What it is about, above the title. */
  about: string;
  /** What it does. */
  text: string;
  action: string;
  form: FormState;
  reasons: ReasonsOf;
  isOptional?: boolean;
  submit: string;
  isWarning?: boolean;
  /** Before the reason. */
  children?: ComponentChildren;
}

/** A decision that says why, on a page of its own. */
export const ReasonFormPage = ({
  title,
  about,
  text,
  action,
  form,
  reasons,
  isOptional,
  submit,
  isWarning,
  way,
  children,
}: ReasonFormProps) => {
  const reader = useReader();
  const { t, href } = reader;
  return (
    <DeskFrame title={title} {...(way && { way })} hasFaults={form.faults.length > 0}>
      <div class="gate-narrow">
        <FormErrors form={form} title={t('layout.problem')} />
        <span class="govuk-caption-l" dir="auto">
          {about}
        </span>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{text}</p>
        <Form action={href(action)}>
          {children}
          <SelectField
            form={form}
            name="reason"
            label={t(isOptional ? 'review.reason-optional' : 'review.reason')}
            items={reasonItems(reader, reasons)}
          />
          <TextAreaField form={form} name="note" label={t('desk.note')} rows={4} />
          <Button preventDoubleClick {...(isWarning && { variant: 'warning' })}>
            {submit}
          </Button>
        </Form>
      </div>
    </DeskFrame>
  );
};
