import type { FormValues } from '../page/form-input.js';
import { useReader } from '../page/reader.js';
import { Layout } from './layout.js';

/** A form that came after its session had ended: its words go along until they can be sent again. */
export const SessionEndedPage = ({ action, values }: { action: string; values: FormValues }) => {
  const { t, href } = useReader();
  return (
    <Layout title={t('session-ended.title')}>
      <h1 class="govuk-heading-l">{t('session-ended.title')}</h1>
      <p class="govuk-body">{t('session-ended.text')}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={href('/sign-in')} target="_blank" rel="noopener">
          {t('session-ended.sign-in')}
        </a>
      </p>
      <form method="post" action={href(action)}>
        {Object.entries(values).flatMap(([name, value]) =>
          [value ?? []].flat().map((one, i) => <input key={`${name}.${i}`} type="hidden" name={name} value={one} />),
        )}
        <button type="submit" class="govuk-button">
          {t('session-ended.again')}
        </button>
      </form>
    </Layout>
  );
};
