import { Button, Form } from '../components/index.js';
import { Layout } from '../layout/layout.js';
import { useReader } from '../page/reader.js';

export const VerifyPage = ({ token, email }: { token: string; email: string }) => {
  const { t, href } = useReader();
  return (
    <Layout title={t('verify.title')}>
      <div class="gate-narrow">
        <h1 class="govuk-heading-l">{t('verify.title')}</h1>
        <p class="govuk-body">{t('verify.lead', { email: `\u2068${email}\u2069` })}</p>
        <Form action={href(`/verify/${encodeURIComponent(token)}`)}>
          <Button preventDoubleClick>{t('verify.submit')}</Button>
        </Form>
      </div>
    </Layout>
  );
};
