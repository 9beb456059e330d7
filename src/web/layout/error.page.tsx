import type { Problem } from '../../platform/http/index.js';
import { useReader } from '../page/reader.js';
import { Layout } from './layout.js';

/** Errors that have words of their own; others are told as the next one down: a 451 as a 400, a 599 as a 500. */
const TOLD = ['403', '404', '409', '410', '413', '422', '429', '503'] as const;
type Told = (typeof TOLD)[number] | '400' | '500';
const toldAs = (status: number): Told =>
  // A version that is no longer the newest is a step that somebody else has taken.
  status === 412 ? '409' : (TOLD.find((one) => one === String(status)) ?? (status < 500 ? '400' : '500'));

export const ErrorPage = ({ problem }: { problem: Problem }) => {
  const { t, href } = useReader();
  const told = toldAs(problem.status);
  return (
    <Layout title={t(`error-page.${told}.title`)}>
      <h1 class="govuk-heading-l">{t(`error-page.${told}.title`)}</h1>
      <p class="govuk-body">{t(`error-page.${told}.text`)}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={href('/')}>
          {t('error-page.home')}
        </a>
      </p>
      <p class="gate-quiet">
        {t('error-page.number')} <bdi dir="ltr">{problem.instance.replace(/^urn:gate:request:/, '')}</bdi>
      </p>
    </Layout>
  );
};
