import { TERMS_VERSION } from '../../kernel/terms.js';
import { Article, More, Section } from '../article/article.js';
import { useReader } from '../page/reader.js';
import { LastChanged } from './last-changed.js';

/** What people agree to when they join; the version is kept with each account. */
export const TermsPage = () => {
  const { t } = useReader();
  return (
    <Article title="terms.title" lead="terms.lead">
      <LastChanged text={t('terms.version')} day={TERMS_VERSION} />
      <Section title="terms.what.title" text={['terms.what.text']} />
      <Section title="terms.account.title" points={['terms.account.true', 'terms.account.password', 'terms.account.act']} />
      <Section
        title="terms.publish.title"
        points={['terms.publish.right', 'terms.publish.true', 'terms.publish.people', 'terms.publish.forbidden']}
      />
      <Section title="terms.yours.title" text={['terms.yours.text']} />
      <Section title="terms.review.title" text={['terms.review.text']} />
      <Section title="terms.introduction.title" text={['terms.introduction.text', 'terms.introduction.secret']} />
      <Section title="terms.liability.title" text={['terms.liability.text']} />
      <Section title="terms.changes.title" text={['terms.changes.text', 'terms.changes.language']}>
        <More path="/privacy" text="terms.more-privacy" />
      </Section>
    </Article>
  );
};
