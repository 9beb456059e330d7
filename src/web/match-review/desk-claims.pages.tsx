import { Controller, Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import { matchAssignment, MatchClaims, MatchesService } from '../../modules/matching/index.js';
import { ReviewsQueries } from '../../modules/reviews/index.js';
import { administrators, Can, uuid } from '../../platform/http/index.js';
import { formState, type FormState } from '../components/index.js';
import { ASSIGN_FIELDS, AssignPage } from '../desk/assign.page.js';
import { MatchForms } from '../matches/match-forms.js';
import { CurrentReader, Form, type FormInput, Page, type Reader, redirect, submitted } from '../page/index.js';

/** Reviews of matches are taken on, released, and given to a colleague. */
@Controller('desk/matches/:id')
export class DeskClaimsPages {
  constructor(
    private readonly matches: MatchesService,
    private readonly claims: MatchClaims,
    private readonly reviews: ReviewsQueries,
    private readonly forms: MatchForms,
  ) {}

  @Post('claim')
  @Can('match-review.claim', { who: administrators })
  @Page()
  claim(@Param('id', { schema: uuid }) id: string, @Form() form: FormInput, @CurrentReader() reader: Reader) {
    return this.forms.onMatch({ reader, form, id }, async () => {
      await this.claims.claim(reader.actor, id);
      return redirect(`/desk/matches/${id}`, 'claimed');
    });
  }

  @Post('claim/release')
  @Can('match-review.release', { who: administrators })
  @Page()
  release(@Param('id', { schema: uuid }) id: string, @Form() form: FormInput, @CurrentReader() reader: Reader) {
    return this.forms.onMatch({ reader, form, id }, async () => {
      await this.claims.release(reader.actor, id);
      return redirect(`/desk/matches/${id}`, 'released');
    });
  }

  @Get('assign')
  @Can('match-review.assign', { who: administrators })
  @Page()
  assignForm(@Param('id', { schema: uuid }) id: string, @CurrentReader() reader: Reader): Promise<VNode> {
    return this.assigning(reader, id, formState(ASSIGN_FIELDS));
  }

  @Post('assign')
  @Can('match-review.assign', { who: administrators })
  @Page()
  assign(@Param('id', { schema: uuid }) id: string, @Form() form: FormInput, @CurrentReader() reader: Reader) {
    return submitted(
      { reader, form, fields: ASSIGN_FIELDS },
      async () => {
        await this.claims.assign(reader.actor, id, form.parse(matchAssignment, { personId: form.text('personId') }).personId);
        return redirect(`/desk/matches/${id}`, 'assigned');
      },
      (state) => this.assigning(reader, id, state),
    );
  }

  private async assigning({ actor, t }: Reader, id: string, form: FormState): Promise<VNode> {
    const { need } = await this.matches.one(actor, id);
    const reviewers = await this.reviews.reviewers({ stage: 'global_review', reviewCountry: need.country });
    const queue = { text: t('match-review.title'), path: '/desk/matches' };
    return (
      <AssignPage
        title={need.title}
        language={need.language}
        path={`/desk/matches/${id}`}
        queue={queue}
        reviewers={reviewers}
        form={form}
      />
    );
  }
}
