import type { CodeBook } from '../../modules/taxonomy/index.js';
import { SummaryList, type SummaryRow, UserText } from '../components/index.js';
import type { MessageKey } from '../i18n/areas.js';
import { useReader } from '../page/index.js';
import { labelOf } from '../wizard/field-texts.js';
import { valueAt } from '../wizard/field-values.js';
import type { Part } from '../wizard/fields.js';
import { contentOf, type OwnListing } from '../wizard/own-listings.js';
import { partsOf } from '../wizard/parts.js';
import { Told } from '../wizard/told.js';
import { ToldOwn } from './told-own.js';

interface AnswersProps {
  listing: OwnListing;
  book: CodeBook;
  /** Whether answers can be changed now. */
  canEdit: boolean;
}

/** All answers, part by part, each with a way to change it. */
export const Answers = ({ listing, book, canEdit }: AnswersProps) =>
  partsOf(listing.kind).map((part) => <PartAnswers key={part.key} part={part} listing={listing} book={book} canEdit={canEdit} />);

const OWN: Readonly<Record<string, string>> = { sector: 'codes', files: 'attachments', languages: 'texts', levels: 'levels' };

const PartAnswers = ({ part, listing, book, canEdit }: AnswersProps & { part: Part }) => {
  const { t, href, translator, name } = useReader();
  const content = contentOf(listing);
  const base = `/my/listings/${listing.id}/edit/${part.key}`;
  const change = (path: string, about: string) =>
    canEdit ? [{ href: href(`${base}#${path}`), text: t('my-listings.change'), about }] : [];
  const own = OWN[part.key];
  const rows: SummaryRow[] = own
    ? [
        {
          key: labelOf(translator, own),
          value: <ToldOwn path={own} value={valueAt(content, own)} />,
          actions: change(own, labelOf(translator, own)),
        },
      ]
    : part.fields.map((field) => ({
        key: labelOf(translator, field.name),
        value:
          field.name === 'language' ? (
            name('language', content.language)
          ) : (
            <Told field={field} value={valueAt(content, field.name)} language={content.language} book={book} />
          ),
        actions: change(field.name, labelOf(translator, field.name)),
      }));
  return (
    <section class="gate-answers-part">
      <h2 class="govuk-heading-m">{t(`wizard.part.${part.key}` as MessageKey)}</h2>
      <SummaryList rows={rows} />
    </section>
  );
};

/** A summary that would be proposed where none was written. */
export const ProposedTeaser = ({ teaser, language }: { teaser: string; language: string }) => {
  const { t } = useReader();
  return (
    <p class="govuk-body">
      {t('my-listings.teaser-proposed')} <UserText language={language}>{teaser}</UserText>
    </p>
  );
};
