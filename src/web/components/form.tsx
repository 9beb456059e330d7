import type { ComponentChildren } from 'preact';
import { CharacterCount } from './character-count.js';
import { Checkboxes, type CheckboxesProps } from './checkboxes.js';
import { DATE_PARTS, DateInput, type DateInputProps, type DatePart } from './date-input.js';
import { ErrorSummary } from './error-summary.js';
import { FileUpload, type FileUploadProps } from './file-upload.js';
import { dateNames, faultsOf, type FormState, inputOf, valueOf, valuesOf } from './form-state.js';
import { Input, type InputProps } from './input.js';
import { PasswordInput, type PasswordInputProps } from './password-input.js';
import { Radios, type RadiosProps } from './radios.js';
import { Select, type SelectProps } from './select.js';
import { Textarea, type TextareaProps } from './textarea.js';
import { Worded } from './words.js';

/** A field of a form: value, error and id come from the form and the name, all else as for the plain component. */
type Bound<Props> = Omit<Props, 'id' | 'idPrefix' | 'value' | 'values' | 'error' | 'wrong'> & { form: FormState };

interface FormProps {
  action: string;
  method?: 'get' | 'post';
  /** For a form with a file. */
  multipart?: boolean;
  id?: string;
  class?: string;
  children: ComponentChildren;
}

// The server judges in the language of the page; the browser's own bubbles would speak another and vanish.
const PlainForm = ({ method = 'post', multipart, upload, children, ...props }: FormProps & { upload?: string }) => (
  <form method={method} enctype={multipart ? 'multipart/form-data' : undefined} novalidate {...props} data-upload={upload}>
    {children}
    {upload && <p class="govuk-body" data-upload-status role="status" />}
  </form>
);

/** With script a file is sent part by part before its form, and goes on where a broken line has stopped it. */
export const Form = (props: FormProps) =>
  props.multipart ? <Worded>{({ upload }) => <PlainForm {...props} upload={JSON.stringify(upload)} />}</Worded> : <PlainForm {...props} />;

/** All that is wrong, each linked to its field where it has one; nothing while nothing is. */
export const FormErrors = ({ form, title }: { form: FormState; title: ComponentChildren }) => {
  if (form.faults.length === 0) return null;
  const errors = form.faults.map(({ path, message }) => {
    const id = inputOf(form, path);
    return { text: message, href: id && `#${id}` };
  });
  return <ErrorSummary title={title} errors={errors} />;
};

/** Every message of a field, each on a line of its own. */
const errorOf = (form: FormState, ...inputs: string[]): ComponentChildren => {
  const [first, ...others] = faultsOf(form, inputs);
  return first && [first.message, ...others.flatMap(({ message }) => [<br />, message])];
};

export const TextField = ({ form, ...props }: Bound<InputProps>) => (
  <Input {...props} value={valueOf(form, props.name)} error={errorOf(form, props.name)} />
);

/** With `maxlength` the characters that are left are counted. */
export const TextAreaField = ({ form, maxlength, ...props }: Bound<TextareaProps> & { maxlength?: number }) => {
  const bound = { ...props, value: valueOf(form, props.name), error: errorOf(form, props.name) };
  return maxlength === undefined ? <Textarea {...bound} /> : <CharacterCount {...bound} maxlength={maxlength} />;
};

/** Empty each time: a password is not sent back. */
export const PasswordField = ({ form, ...props }: Bound<PasswordInputProps>) => (
  <PasswordInput {...props} error={errorOf(form, props.name)} />
);

export const SelectField = ({ form, ...props }: Bound<SelectProps>) => (
  <Select {...props} value={valueOf(form, props.name)} error={errorOf(form, props.name)} />
);

export const RadiosField = ({ form, ...props }: Bound<RadiosProps> & { legend: ComponentChildren }) => (
  <Radios {...props} value={valueOf(form, props.name)} error={errorOf(form, props.name)} />
);

export const CheckboxesField = ({ form, ...props }: Bound<CheckboxesProps>) => (
  <Checkboxes {...props} values={valuesOf(form, props.name)} error={errorOf(form, props.name)} />
);

/** Three inputs, `<name>-day`, `<name>-month` and `<name>-year`; a fault of one of them marks that one alone. */
export const DateField = ({ form, ...props }: Bound<DateInputProps> & { legend: ComponentChildren }) => {
  const { name, parts = DATE_PARTS } = props;
  const wrong = parts.filter((part) => form.faults.some(({ path }) => path === `${name}-${part}`));
  const values = Object.fromEntries(parts.map((part) => [part, valueOf(form, `${name}-${part}`)])) as Record<DatePart, string | undefined>;
  return (
    <DateInput {...props} values={values} error={errorOf(form, ...dateNames(name, parts))} wrong={wrong.length > 0 ? wrong : undefined} />
  );
};

/** A file cannot be sent back: after a fault it is chosen again. */
export const FileField = ({ form, ...props }: Bound<FileUploadProps>) => <FileUpload {...props} error={errorOf(form, props.name)} />;
