import type { FieldGroups } from '../../modules/listings/index.js';
import { type FormState, RadiosField } from '../components/index.js';
import type { MessageKey } from '../i18n/areas.js';
import { useReader } from '../page/index.js';
import { PartForm, WizardFrame } from './frame.js';
import type { OwnListing } from './own-listings.js';

interface LevelsProps {
  listing: OwnListing;
  form: FormState;
  groups: FieldGroups;
  anonymous: boolean;
}

/** Who sees what: for each group of answers, from which level on. Some are never shown earlier than a level. */
export const LevelsPage = ({ listing, form, groups, anonymous }: LevelsProps) => {
  const { t } = useReader();
  return (
    <WizardFrame listing={listing} part="levels" form={form}>
      <PartForm listing={listing} action={`/my/listings/${listing.id}/edit/levels`}>
        {Object.entries(groups).map(([name, group]) => {
          const least = (anonymous && group.leastAnonymous) || group.least;
          return (
            <RadiosField
              key={name}
              form={form}
              name={`levels.${name}`}
              legend={t(`wizard.group.${name}` as MessageKey)}
              legendClass="govuk-fieldset__legend--s"
              class="govuk-radios--small"
              items={([1, 2, 3] as const)
                .filter((level) => level >= least)
                .map((level) => ({ value: String(level), text: t(`wizard.level.${level}`) }))}
            />
          );
        })}
      </PartForm>
    </WizardFrame>
  );
};
