import { Controller, Get, Header, Param, Post } from '@nestjs/common';
import type { PersonActor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/errors.js';
import { KeysService, newKey, PeopleQueries } from '../../modules/identity/index.js';
import { Can, CurrentActor, uuid } from '../../platform/http/index.js';
import { formState, type FormState } from '../components/index.js';
import { CurrentReader, Form, type FormInput, Page, type Reader, redirect, submitted } from '../page/index.js';
import { KEY_FIELDS, KeyMadePage, KeysPage, RevokeKeyPage } from './keys.page.js';

/** Keys by which programs act for a person. */
@Controller('account/keys')
export class KeysPages {
  constructor(
    private readonly own: KeysService,
    private readonly people: PeopleQueries,
  ) {}

  @Get()
  @Can('me.keys')
  @Page()
  list(@CurrentActor() actor: PersonActor) {
    return this.page(actor, formState(KEY_FIELDS, { for: actor.organization && `${actor.organization.id} viewer` }));
  }

  /** The key is shown on the page that answers, and never again. */
  @Post()
  @Can('me.keys', { own: true })
  @Header('cache-control', 'no-store')
  @Page()
  make(@Form() form: FormInput, @CurrentReader() reader: Reader, @CurrentActor() actor: PersonActor) {
    return submitted(
      { reader, form, fields: KEY_FIELDS },
      async () => {
        const [organizationId, role] = form.text('for')?.split(' ') ?? [];
        const isOwn = organizationId === undefined || organizationId === 'none';
        const request = form.parse(newKey, {
          name: form.text('name') ?? '',
          organizationId: isOwn ? null : organizationId,
          ...(!isOwn && { role }),
          expiresInDays: form.number('expiresInDays'),
        });
        const { key, name } = await this.own.createKey(actor, request);
        return <KeyMadePage value={key} name={name ?? ''} />;
      },
      (state) => this.page(actor, state),
    );
  }

  @Get(':id/revoke')
  @Can('me.keys')
  @Page()
  async ask(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: PersonActor) {
    const key = (await this.own.keys(actor)).find((one) => one.id === id);
    if (!key) throw notFound('key');
    return <RevokeKeyPage apiKey={key} />;
  }

  @Post(':id/revoke')
  @Can('me.keys', { own: true })
  @Page()
  async revoke(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: PersonActor) {
    await this.own.revokeKey(actor, id);
    return redirect('/account/keys', 'key-revoked');
  }

  private async page(actor: PersonActor, form: FormState) {
    const [keys, { organizations }] = await Promise.all([this.own.keys(actor), this.people.me(actor)]);
    return <KeysPage keys={keys} organizations={organizations} form={form} />;
  }
}
