import { Button, CharacterCount, ErrorSummary, NotificationBanner, PasswordInput, createAll } from 'govuk-frontend';
import { autosave } from './autosave.js';
import { find } from './find.js';
import { keys } from './keys.js';
import { upload } from './upload.js';

// Every page is complete without this file: it only saves steps. The parts are govuk-frontend's, started where the markup asks for them.
document.body.classList.add('js-enabled', 'govuk-frontend-supported');
for (const part of [Button, CharacterCount, ErrorSummary, NotificationBanner, PasswordInput]) createAll(part);
document.querySelectorAll<HTMLElement>('[data-autosave]').forEach(autosave);
document.querySelectorAll<HTMLFormElement>('form[data-upload]').forEach(upload);
document.querySelectorAll<HTMLElement>('[data-keys]').forEach(keys);
document.querySelectorAll<HTMLSelectElement>('select[data-find]').forEach(find);
