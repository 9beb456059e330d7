import { Article, More, Section } from '../article/article.js';
import { useReader } from '../page/reader.js';
import { LastChanged } from './last-changed.js';

const CHANGED = '2026-11-30';

/** What has been done for everybody to be able to use the pages, and honestly what has not been tried. */
export const AccessibilityPage = () => {
  const { t } = useReader();
  return (
    <Article title="place.accessibility" lead="accessibility.lead">
      <Section
        title="accessibility.tested.title"
        points={[
          'accessibility.tested.checker',
          'accessibility.tested.keyboard',
          'accessibility.tested.narrow',
          'accessibility.tested.script',
          'accessibility.tested.charts',
        ]}
      />
      <Section
        title="accessibility.untested.title"
        points={[
          'accessibility.untested.reader',
          'accessibility.untested.part',
          'accessibility.untested.words',
          'accessibility.untested.files',
        ]}
      />
      <Section title="accessibility.tell.title" text={['accessibility.tell.text']}>
        <More path="/countries" text="accessibility.tell.link" />
      </Section>
      <LastChanged text={t('legal.changed')} day={CHANGED} />
    </Article>
  );
};
