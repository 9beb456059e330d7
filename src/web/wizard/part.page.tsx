import type { FormState } from '../components/index.js';
import { type Reader, useReader } from '../page/index.js';
import { RequestsFor } from '../my-listings/requests.js';
import type { Desk } from './drafting.js';
import { asksForCountry, CountryNames, FieldInput } from './field-input.js';
import { labelOf } from './field-texts.js';
import { inputsOf, shown, valueAt } from './field-values.js';
import type { Field, Part } from './fields.js';
import { Meanwhile, PartForm, WizardFrame } from './frame.js';
import { contentOf, type OwnListing, stageOf } from './own-listings.js';

interface PartProps {
  listing: OwnListing;
  part: Part;
  form: FormState;
  desk: Desk;
  /** Version that the form was opened with, where it is no longer the current one. */
  outdated?: boolean;
}

export const PartPage = ({ listing, part, form, desk, outdated = false }: PartProps) => {
  const reader = useReader();
  const asked = { ...desk, form };
  return (
    <WizardFrame listing={listing} part={part.key} form={form}>
      {outdated && (
        <Meanwhile
          labels={part.fields
            .filter((field) => differs(field, form, listing, desk, reader))
            .map(({ name }) => labelOf(reader.translator, name))}
        />
      )}
      <PartForm
        listing={listing}
        action={`/my/listings/${listing.id}/edit/${part.key}`}
        autosave={['draft', 'changes_requested'].includes(stageOf(listing))}
      >
        {asksForCountry(part.fields) && <CountryNames book={desk.book} day={desk.day} />}
        {part.fields.map((field) => (
          <div key={field.name}>
            <RequestsFor listing={listing} path={field.name} />
            <FieldInput field={field} name={field.name} asked={asked} />
          </div>
        ))}
      </PartForm>
    </WizardFrame>
  );
};

/** Whether what is stored now is shown otherwise than what the form says. */
function differs(field: Field, { values }: FormState, listing: OwnListing, { book }: Desk, reader: Reader): boolean {
  const stored: Record<string, string | string[]> = shown(field, valueAt(contentOf(listing), field.name), { reader, book });
  const text = (value: FormState['values'][string]): string => [value ?? ''].flat().join('\n').trim();
  return inputsOf(field, stored).some((name) => text(stored[name]) !== text(values[name]));
}
