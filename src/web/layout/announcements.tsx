import { useReader } from '../page/reader.js';

/** What administrators say above every page, in the reader's language where there is one. */
export const Announcements = () => {
  const { announcements, t } = useReader();
  if (announcements.length === 0) return null;
  return (
    <section class="gate-announcements" aria-label={t('admin.part.announcements')}>
      {announcements.map(({ text, language }) => (
        <p key={text} class="govuk-width-container" lang={language} dir="auto">
          {text}
        </p>
      ))}
    </section>
  );
};
