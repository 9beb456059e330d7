import type { ComponentChildren } from 'preact';
import { Button, Form, type FormState } from '../../components/index.js';
import { useReader } from '../../page/reader.js';
import { AdminPage } from './admin-page.js';

interface ConfirmProps {
  title: string;
  part: string;
  /** What will happen, in a sentence. */
  text: string;
  /** Where the form goes, and where one who thinks again goes. */
  action: string;
  back: string;
  button: string;
  form: FormState;
  /** What has to be said with it. */
  children?: ComponentChildren;
}

/** Asks once more, on a page of its own, before something that cannot be taken back by one click. */
export const ConfirmPage = ({ title, part, text, action, back, button, form, children }: ConfirmProps) => {
  const { t, href } = useReader();
  return (
    <AdminPage title={title} part={part} form={form}>
      <div class="gate-narrow">
        <p class="govuk-body">{text}</p>
        <Form action={href(action)}>
          {children}
          <div class="govuk-button-group">
            <Button variant="warning" preventDoubleClick>
              {button}
            </Button>
            <a class="govuk-link" href={href(back)}>
              {t('admin.cancel')}
            </a>
          </div>
        </Form>
      </div>
    </AdminPage>
  );
};
