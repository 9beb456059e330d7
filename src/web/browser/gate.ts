import { Button, CharacterCount, ErrorSummary, FileUpload, NotificationBanner, PasswordInput, createAll } from 'govuk-frontend';
import { autosave } from './autosave.js';

// Every page is complete without this file: it only saves steps. The parts are govuk-frontend's, started where the markup asks for them.
document.body.classList.add('js-enabled', 'govuk-frontend-supported');
for (const part of [Button, CharacterCount, ErrorSummary, FileUpload, NotificationBanner, PasswordInput]) createAll(part);
document.querySelectorAll<HTMLElement>('[data-autosave]').forEach(autosave);
