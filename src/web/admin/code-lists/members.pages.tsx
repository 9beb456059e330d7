import { Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { CountryGroups, countryParam, groupParam, membershipBody, TaxonomyService } from '../../../modules/taxonomy/index.js';
import { administrators, Can, staff, uuid } from '../../../platform/http/index.js';
import { formState } from '../../components/index.js';
import { CurrentReader, Form, type FormInput, Page, type Reader, redirect, submitted } from '../../page/index.js';
import { memberBody, MEMBER_FIELDS, memberValues } from './member-form.js';
import { MemberPage, NewMemberPage } from './member.page.js';

const partOf = (group: string) => `/admin/code-lists/group/${group}`;

/** When countries belong to a group, such as the least developed: a graduation is the end of a period. */
@Controller('admin/code-lists/group/:group/members')
export class MembersPages {
  constructor(
    private readonly groups: CountryGroups,
    private readonly taxonomy: TaxonomyService,
  ) {}

  @Get('new')
  @Can('taxonomy.edit', { who: administrators })
  @Page()
  newForm(@Param('group', { schema: groupParam }) group: string) {
    return <NewMemberPage group={group} countries={this.others(group)} form={formState(['country'])} />;
  }

  @Post('new')
  @Can('taxonomy.edit', { who: administrators })
  @Page()
  choose(@Param('group', { schema: groupParam }) group: string, @Form() form: FormInput, @CurrentReader() reader: Reader) {
    return submitted(
      { reader, form, fields: ['country'] },
      async () =>
        redirect(`${partOf(group)}/members/${form.parse(z.object({ country: countryParam }), { country: form.text('country') }).country}`),
      (state) => <NewMemberPage group={group} countries={this.others(group)} form={state} />,
    );
  }

  @Get(':country')
  @Can('taxonomy.history', { who: staff })
  @Page()
  async one(@Param('group', { schema: groupParam }) group: string, @Param('country', { schema: countryParam }) country: string) {
    const { items } = await this.groups.history(group, country);
    const members = this.taxonomy.current().membersOf(group);
    const own = members.filter((member) => member.country === country);
    return <MemberPage group={group} country={country} versions={items} form={formState(MEMBER_FIELDS, memberValues(own))} />;
  }

  @Post(':country')
  @Can('taxonomy.edit', { who: administrators })
  @Page()
  save(
    @Param('group', { schema: groupParam }) group: string,
    @Param('country', { schema: countryParam }) country: string,
    @Form() form: FormInput,
    @CurrentReader() reader: Reader,
  ) {
    return submitted(
      { reader, form, fields: MEMBER_FIELDS },
      async () => {
        await this.groups.save(reader.actor, group, country, form.parse(membershipBody, memberBody(form)));
        return redirect(partOf(group), 'saved');
      },
      async (state) => (
        <MemberPage group={group} country={country} versions={(await this.groups.history(group, country)).items} form={state} />
      ),
    );
  }

  @Post(':country/versions/:id/withdraw')
  @Can('taxonomy.edit', { who: administrators })
  @Page()
  async withdraw(
    @Param('group', { schema: groupParam }) group: string,
    @Param('country', { schema: countryParam }) country: string,
    @Param('id', { schema: uuid }) id: string,
    @CurrentReader() { actor }: Reader,
  ) {
    await this.groups.withdraw(actor, group, country, id);
    return redirect(`${partOf(group)}/members/${country}`, 'admin.version-withdrawn');
  }

  private others(group: string): string[] {
    const book = this.taxonomy.current();
    const members = new Set(book.membersOf(group).map(({ country }) => country));
    return book.items('country').flatMap(({ code }) => (members.has(code) ? [] : [code]));
  }
}
