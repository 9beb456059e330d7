import { useReader } from '../page/reader.js';

/** What the form before this page has done, said once. */
export const Done = () => {
  const { done, translator, t } = useReader();
  const key = `done.${done ?? ''}`;
  if (!translator.has(key)) return null;
  return (
    <div
      class="govuk-notification-banner govuk-notification-banner--success"
      role="alert"
      aria-labelledby="done"
      data-module="govuk-notification-banner"
    >
      <div class="govuk-notification-banner__header">
        <h2 class="govuk-notification-banner__title" id="done">
          {t('layout.done')}
        </h2>
      </div>
      <div class="govuk-notification-banner__content">
        <p class="govuk-notification-banner__heading">{t(key)}</p>
      </div>
    </div>
  );
};
