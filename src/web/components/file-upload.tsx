import { classes } from './attributes.js';
import { Field, type FieldProps } from './form-group.js';

export interface FileUploadProps extends FieldProps {
  /** Types the browser offers, such as `.pdf,image/*`. Only a help: the server decides. */
  accept?: string;
  multiple?: boolean;
  disabled?: boolean;
}

/** The browser's own file input, which speaks the browser's language. */
export const FileUpload = (props: FileUploadProps) => {
  const { name, id = name } = props;
  return (
    <Field {...props} id={id}>
      {(describedBy) => (
        <input
          class={classes('govuk-file-upload', props.class, props.error && 'govuk-file-upload--error')}
          id={id}
          name={name}
          type="file"
          accept={props.accept}
          multiple={props.multiple}
          disabled={props.disabled}
          aria-describedby={describedBy}
          {...props.attributes}
        />
      )}
    </Field>
  );
};
