import type { ComponentChildren } from 'preact';
import type { MessageKey } from '../i18n/areas.js';
import type { MessageValues } from '../i18n/translator.js';
import { Layout } from '../layout/layout.js';
import { useReader } from '../page/reader.js';

export interface ArticleProps {
  title: MessageKey;
  lead: MessageKey;
  values?: MessageValues;
  children: ComponentChildren;
}

/** A page to be read: a heading, what it is about in one sentence, and sections. */
export const Article = ({ title, lead, values = {}, children }: ArticleProps) => {
  const { t } = useReader();
  return (
    <Layout title={t(title)} description={t(lead, values)} isPublic>
      <article class="gate-article">
        <h1 class="govuk-heading-xl">{t(title)}</h1>
        <p class="govuk-body-l">{t(lead, values)}</p>
        {children}
      </article>
    </Layout>
  );
};

export interface SectionProps {
  title: MessageKey;
  text?: readonly MessageKey[];
  points?: readonly MessageKey[];
  /** The points are steps that follow each other. */
  areSteps?: boolean;
  values?: MessageValues;
  children?: ComponentChildren;
}

export const Section = ({ title, text = [], points = [], areSteps = false, values = {}, children }: SectionProps) => {
  const { t } = useReader();
  const List = areSteps ? 'ol' : 'ul';
  return (
    <section>
      <h2 class="govuk-heading-m">{t(title)}</h2>
      {text.map((key) => (
        <p key={key} class="govuk-body">
          {t(key, values)}
        </p>
      ))}
      {points.length > 0 && (
        <List class={`govuk-list govuk-list--${areSteps ? 'number' : 'bullet'} govuk-list--spaced`}>
          {points.map((key) => (
            <li key={key}>{t(key, values)}</li>
          ))}
        </List>
      )}
      {children}
    </section>
  );
};

/** A way on from what has been read. */
export const More = ({ path, text }: { path: string; text: MessageKey }) => {
  const { t, href } = useReader();
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={href(path)}>
        {t(text)}
      </a>
    </p>
  );
};
