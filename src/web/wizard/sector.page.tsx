import type { CodeBook } from '../../modules/taxonomy/index.js';
import {
  Button,
  CheckboxesField,
  Details,
  type FormState,
  RadiosField,
  SelectField,
  TextAreaField,
  TextField,
  valuesOf,
} from '../components/index.js';
import { useReader } from '../page/index.js';
import { RequestsFor } from '../my-listings/requests.js';
import { PartForm, WizardFrame } from './frame.js';
import { codesOffered } from './offered.js';
import type { OwnListing } from './own-listings.js';

export interface SectorView {
  listing: OwnListing;
  form: FormState;
  book: CodeBook;
  day: string;
  /** Sectors and targets proposed from the text. */
  suggested: { sectors: readonly string[]; targets: readonly string[] };
  /** The group of sectors that is opened to choose from. */
  category: string | undefined;
}

export const SectorPage = (view: SectorView) => {
  const { listing, form, category } = view;
  return (
    <WizardFrame listing={listing} part="sector" form={form}>
      <RequestsFor listing={listing} path="codes" />
      <PartForm listing={listing} action={`/my/listings/${listing.id}/edit/sector`}>
        {category && <input type="hidden" name="opened" value={category} />}
        <div id="codes">
          <Sectors {...view} />
        </div>
        <Goals {...view} />
        <More {...view} />
      </PartForm>
    </WizardFrame>
  );
};

const unique = (...codes: (readonly string[])[]): string[] => [...new Set(codes.flat())];

/** Those chosen and proposed; those of a group once it is opened. */
const Sectors = ({ form, book, day, suggested, category }: SectorView) => {
  const { t, name, format } = useReader();
  const chosen = valuesOf(form, 'sector');
  const inGroup = category ? codesOffered(book, 'crs', day).filter((code) => book.item('crs', code)?.parent === category) : [];
  const items = unique(chosen, suggested.sectors, inGroup).map((code) => ({
    value: code,
    text: name('crs', code),
    hint: suggested.sectors.includes(code) && !chosen.includes(code) ? t('wizard.suggested') : undefined,
  }));
  const groups = format.sorted(
    codesOffered(book, 'crs-category', day).map((code) => ({ value: code, text: name('crs-category', code) })),
    ({ text }) => text,
  );
  return (
    <>
      {items.length > 0 && (
        <CheckboxesField
          form={form}
          name="sector"
          legend={t('wizard.field.sector')}
          hint={t('wizard.hint.sector')}
          legendClass="govuk-fieldset__legend--s"
          class="govuk-checkboxes--small"
          items={items}
        />
      )}
      <div class="gate-inline">
        <SelectField
          form={form}
          name="category"
          label={t(items.length > 0 ? 'wizard.field.category-more' : 'wizard.field.category')}
          labelClass="govuk-label--s"
          items={[{ value: '', text: t('wizard.choose') }, ...groups]}
        />
        <Button name="open" value="true" variant="secondary">
          {t('wizard.show-sectors')}
        </Button>
      </div>
      {chosen.length > 1 && <MainSector form={form} chosen={chosen} />}
    </>
  );
};

const MainSector = ({ form, chosen }: { form: FormState; chosen: readonly string[] }) => {
  const { t, name } = useReader();
  return (
    <>
      <RadiosField
        form={form}
        name="main"
        legend={t('wizard.field.main')}
        legendClass="govuk-fieldset__legend--s"
        class="govuk-radios--small"
        items={chosen.map((code) => ({ value: code, text: name('crs', code) }))}
      />
      <Details summary={t('wizard.shares')}>
        {chosen.map((code) => (
          <TextField
            key={code}
            form={form}
            name={`share.${code}`}
            label={t('wizard.share', { sector: name('crs', code) })}
            suffix="%"
            inputmode="decimal"
            class="govuk-input--width-4"
          />
        ))}
      </Details>
    </>
  );
};

/** Goals, and the targets of those that are chosen or proposed. */
const Goals = ({ form, book, day, suggested }: SectorView) => {
  const { t, name } = useReader();
  const goals = valuesOf(form, 'goal');
  const targets = unique(
    valuesOf(form, 'target'),
    suggested.targets,
    codesOffered(book, 'sdg-target', day).filter((code) => goals.includes(book.sdgGoalOf(code) ?? '')),
  );
  return (
    <>
      <CheckboxesField
        form={form}
        name="goal"
        legend={t('wizard.field.goal')}
        hint={t('wizard.hint.goal')}
        legendClass="govuk-fieldset__legend--s"
        class="govuk-checkboxes--small gate-two-columns"
        items={codesOffered(book, 'sdg-goal', day).map((code) => ({ value: code, text: `${code}. ${name('sdg-goal', code)}` }))}
      />
      {targets.length > 0 && (
        <CheckboxesField
          form={form}
          name="target"
          legend={t('wizard.field.target')}
          hint={t('wizard.hint.target')}
          legendClass="govuk-fieldset__legend--s"
          class="govuk-checkboxes--small"
          items={targets.map((code) => ({ value: code, text: `${code} ${name('sdg-target', code)}` }))}
        />
      )}
    </>
  );
};

const More = ({ form, book, day, listing }: SectorView) => {
  const { t, name } = useReader();
  const isOpen = ['bapa', 'ipc'].some((one) => valuesOf(form, one).some((text) => text !== ''));
  return (
    <Details summary={t('wizard.more-codes')} open={isOpen}>
      <CheckboxesField
        form={form}
        name="bapa"
        legend={t('wizard.field.bapa')}
        legendClass="govuk-fieldset__legend--s"
        class="govuk-checkboxes--small"
        items={codesOffered(book, 'bapa', day).map((code) => ({ value: code, text: name('bapa', code) }))}
      />
      {listing.kind === 'technology' && (
        <TextAreaField
          form={form}
          name="ipc"
          label={t('wizard.field.ipc')}
          hint={t('wizard.hint.ipc')}
          labelClass="govuk-label--s"
          rows={2}
        />
      )}
    </Details>
  );
};
