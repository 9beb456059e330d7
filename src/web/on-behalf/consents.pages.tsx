import { Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import type { PersonActor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/errors.js';
import { ConsentForms, ConsentRecords, newConsent } from '../../modules/centres/index.js';
import { Uploads } from '../../modules/files/index.js';
import type { OrganizationView } from '../../modules/organizations/index.js';
import { Can, CurrentActor, Sent, type SentFile, uuid, type Who } from '../../platform/http/index.js';
import { formState } from '../components/index.js';
import { CurrentReader, Form, FormInput, Page, type PageAnswer, type Reader, redirect, submitted } from '../page/index.js';
import { CONSENT_FIELDS, consentOf } from './consent-fields.js';
import { KeptReading } from './kept-reading.js';
import { ConsentPhotoPage, NewConsentPage, TakeBackPage } from './new-kept.page.js';

const keepers: Who = ({ officerOf, administrator }) => officerOf.length > 0 || administrator;
/** Faults name the fields as the form that enters an organization does. */
const body = z.object({ consent: newConsent });

/** Consents by which officers act: recorded, proved by a photo of the signed form, taken back. */
@Controller('desk/kept/:id/consents')
export class ConsentPages {
  constructor(
    private readonly records: ConsentRecords,
    private readonly forms: ConsentForms,
    private readonly uploads: Uploads,
    private readonly reading: KeptReading,
  ) {}

  @Get('new')
  @Can('consent.record', { who: keepers })
  @Page()
  async newForm(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: PersonActor) {
    const { organization } = await this.reading.read(actor, id);
    return <NewConsentPage organization={organization} form={formState(CONSENT_FIELDS)} />;
  }

  @Post('new')
  @Can('consent.record', { who: keepers })
  @Page()
  async record(
    @Param('id', { schema: uuid }) id: string,
    @Form() form: FormInput,
    @CurrentReader() reader: Reader,
    @CurrentActor() actor: PersonActor,
  ): Promise<PageAnswer> {
    const { organization } = await this.reading.read(actor, id);
    return submitted(
      { reader, form, fields: CONSENT_FIELDS },
      async () => {
        const { consent } = form.parse(body, { consent: consentOf(form) });
        const recorded = await this.records.record(actor, id, consent);
        const next = consent.kind === 'signed-form' ? `/desk/kept/${id}/consents/${recorded.id}/form` : `/desk/kept/${id}`;
        return redirect(next, 'consent-recorded');
      },
      (state) => <NewConsentPage organization={organization} form={state} />,
    );
  }

  @Get(':consentId/form')
  @Can('consent.attach-form', { who: keepers })
  @Page()
  async photoForm(
    @Param('id', { schema: uuid }) id: string,
    @Param('consentId', { schema: uuid }) consentId: string,
    @CurrentActor() actor: PersonActor,
  ) {
    const organization = await this.consent(actor, id, consentId);
    return <ConsentPhotoPage organization={organization} form={formState(['file'])} consentId={consentId} />;
  }

  @Post(':consentId/form')
  @Can('consent.attach-form', { who: keepers })
  @Page()
  async attach(
    @Param('id', { schema: uuid }) id: string,
    @Param('consentId', { schema: uuid }) consentId: string,
    @Sent() sent: SentFile,
    @CurrentReader() reader: Reader,
    @CurrentActor() actor: PersonActor,
  ): Promise<PageAnswer> {
    const organization = await this.consent(actor, id, consentId);
    return submitted(
      { reader, form: new FormInput(sent.words), fields: ['file'] },
      async () => {
        const { id: file } = await this.uploads.take(actor, sent);
        await this.forms.attach(actor, id, consentId, file);
        return redirect(`/desk/kept/${id}`, 'photo-added');
      },
      (state) => <ConsentPhotoPage organization={organization} form={state} consentId={consentId} />,
    );
  }

  @Get(':consentId/withdraw')
  @Can('consent.withdraw', { who: keepers })
  @Page()
  async takeBackForm(
    @Param('id', { schema: uuid }) id: string,
    @Param('consentId', { schema: uuid }) consentId: string,
    @CurrentActor() actor: PersonActor,
  ) {
    return <TakeBackPage organization={await this.consent(actor, id, consentId)} form={formState([])} consentId={consentId} />;
  }

  @Post(':consentId/withdraw')
  @Can('consent.withdraw', { who: keepers })
  @Page()
  async takeBack(
    @Param('id', { schema: uuid }) id: string,
    @Param('consentId', { schema: uuid }) consentId: string,
    @Form() form: FormInput,
    @CurrentReader() reader: Reader,
    @CurrentActor() actor: PersonActor,
  ): Promise<PageAnswer> {
    const organization = await this.consent(actor, id, consentId);
    return submitted(
      { reader, form, fields: [] },
      async () => {
        await this.records.withdraw(actor, id, consentId);
        return redirect(`/desk/kept/${id}`, 'consent-taken-back');
      },
      (state) => <TakeBackPage organization={organization} form={state} consentId={consentId} />,
    );
  }

  /** @throws DomainError `consent.not-found` where the organization has none of this id. */
  private async consent(actor: PersonActor, id: string, consentId: string): Promise<OrganizationView> {
    const { organization, consents } = await this.reading.read(actor, id);
    if (consents.every((consent) => consent.id !== consentId)) throw notFound('consent');
    return organization;
  }
}
