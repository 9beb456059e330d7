import { classes } from './attributes.js';
import { Button } from './button.js';
import type { FieldProps } from './form-group.js';
import { Input } from './input.js';
import { scriptWords } from './script-words.js';
import { Worded } from './words.js';

export interface PasswordInputProps extends FieldProps {
  /** `current-password`, unless told; `new-password` where one is chosen. */
  autocomplete?: string;
  disabled?: boolean;
}

/** A password that script can show. What was entered is never sent back to the page. */
export const PasswordInput = ({ autocomplete = 'current-password', ...props }: PasswordInputProps) => (
  <Worded>
    {({ password }) => (
      <Input
        {...props}
        type="password"
        autocomplete={autocomplete}
        autocapitalize="none"
        spellcheck={false}
        class={classes('govuk-password-input__input', 'govuk-js-password-input-input', props.class)}
        wrapperClass="govuk-password-input__wrapper"
        groupClass={classes('govuk-password-input', props.groupClass)}
        groupAttributes={{
          'data-module': 'govuk-password-input',
          ...scriptWords({
            'show-password': password.show,
            'hide-password': password.hide,
            'show-password-aria-label': password.showPassword,
            'hide-password-aria-label': password.hidePassword,
            'password-shown-announcement': password.shown,
            'password-hidden-announcement': password.hidden,
          }),
        }}
        after={
          <Button
            type="button"
            variant="secondary"
            class="govuk-password-input__toggle govuk-js-password-input-toggle"
            attributes={{ 'aria-controls': props.id ?? props.name, 'aria-label': password.showPassword, hidden: true }}
          >
            {password.show}
          </Button>
        }
      />
    )}
  </Worded>
);
