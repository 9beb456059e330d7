import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { notFound } from '../../kernel/errors.js';
import { MatchesService } from '../../modules/matching/index.js';
import { Can, uuid } from '../../platform/http/index.js';
import { MatchReading } from '../matches/match-reading.js';
import { CurrentReader, Page, type Reader } from '../page/index.js';
import { matchBlocks } from './match-blocks.js';
import { pdfOf } from './pdf.js';

/** A match as a document to keep, print and send on: what its reader may see, in her language. */
@Controller()
export class DossierPages {
  constructor(
    private readonly matches: MatchesService,
    private readonly reading: MatchReading,
  ) {}

  @Get('matches/:id/dossier.pdf')
  @Can('match.read')
  @Page()
  async ofSide(
    @Param('id', { schema: uuid }) id: string,
    @CurrentReader() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { side } = await this.matches.one(reader.actor, id);
    if (side === null) throw notFound('match');
    return this.dossier(reader, id, reply);
  }

  @Get('desk/matches/:id/dossier.pdf')
  @Can('match.read', { who: (actor) => actor.administrator || actor.auditor || actor.officerOf.length > 0 })
  @Page()
  ofDesk(@Param('id', { schema: uuid }) id: string, @CurrentReader() reader: Reader, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.dossier(reader, id, reply);
  }

  private async dossier(reader: Reader, id: string, reply: FastifyReply): Promise<Buffer> {
    const whole = await this.reading.whole(reader.actor, id);
    const { need, offer } = whole.match;
    const file = await pdfOf(matchBlocks(reader, whole), {
      title: `${reader.t('dossier.title')} ${need.reference} – ${offer.reference}`,
      language: reader.language,
      direction: reader.direction,
      footer: reader.t('dossier.footer', { moment: reader.format.moment(new Date()) }),
    });
    void reply
      .type('application/pdf')
      .header('content-disposition', `attachment; filename="match-${need.reference}-${offer.reference}.pdf"`)
      .header('cache-control', 'private, no-store');
    return file;
  }
}
