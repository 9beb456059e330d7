import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, type StreamableFile } from '@nestjs/common';
import type { Actor, PersonActor } from '../../kernel/actor.js';
import { Answer, AnswerFile, Can, CurrentActor, Idempotent, uuid } from '../../platform/http/index.js';
import { FILE_MEDIA } from '../../platform/storage/index.js';
import { newAttachedFile, type NewAttachedFile } from '../files/index.js';
import { DocumentFiles } from './document-files.service.js';
import { DocumentsQueries } from './documents.queries.js';
import { DocumentsService } from './documents.service.js';
import {
  acceptance,
  type Acceptance,
  copyAnswer,
  type CopyAnswer,
  documentsView,
  type DocumentsView,
  newDocument,
  type NewDocument,
  refusal,
  type Refusal,
} from './verification.schemas.js';

/** The papers by which an organization is verified. */
@Controller('api/v1/organizations/:id/documents')
export class DocumentsController {
  constructor(
    private readonly documents: DocumentsService,
    private readonly files: DocumentFiles,
    private readonly queries: DocumentsQueries,
  ) {}

  @Get()
  @Can('organization.documents')
  @Answer(200, documentsView, 'Its papers, what is missing for L1, and where they wait. For its members and those who review it.')
  read(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: Actor): Promise<DocumentsView> {
    return this.list(id, actor);
  }

  /** Answers a repeated call too. */
  list(id: string, actor: Actor): Promise<DocumentsView> {
    return this.queries.list(actor, id);
  }

  @Post()
  @Can('organization.add-document')
  @Idempotent({ replay: 'list' })
  @Answer(201, documentsView, 'Hands in a paper. With proof of existence and of who may sign, the desk of its country has to decide.')
  async add(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: newDocument }) body: NewDocument,
    @CurrentActor() actor: PersonActor,
  ): Promise<DocumentsView> {
    await this.documents.add(actor, id, body);
    return this.queries.list(actor, id);
  }

  @Delete(':documentId')
  @Can('organization.remove-document')
  @Answer(204, null, 'Takes back a paper that nobody has decided on.')
  remove(
    @Param('id', { schema: uuid }) id: string,
    @Param('documentId', { schema: uuid }) documentId: string,
    @CurrentActor() actor: PersonActor,
  ): Promise<void> {
    return this.documents.remove(actor, id, documentId);
  }

  @Put(':documentId/file')
  @Can('organization.attach-document')
  @Answer(
    200,
    documentsView,
    'Adds a copy of a paper, a file that was sent before, while nobody has decided; by a manager, or the desk of its country.',
  )
  async attach(
    @Param('id', { schema: uuid }) id: string,
    @Param('documentId', { schema: uuid }) documentId: string,
    @Body({ schema: newAttachedFile }) { file }: NewAttachedFile,
    @CurrentActor() actor: PersonActor,
  ): Promise<DocumentsView> {
    await this.files.attach(actor, id, documentId, file);
    return this.queries.list(actor, id);
  }

  @Put(':documentId/copy-by')
  @Can('organization.attach-document')
  @Answer(200, documentsView, 'Says who is to bring a copy that cannot be sent now; a centre that is to add it is told, and may.')
  async promise(
    @Param('id', { schema: uuid }) id: string,
    @Param('documentId', { schema: uuid }) documentId: string,
    @Body({ schema: copyAnswer }) { by }: CopyAnswer,
    @CurrentActor() actor: PersonActor,
  ): Promise<DocumentsView> {
    await this.files.promise(actor, id, documentId, by);
    return this.queries.list(actor, id);
  }

  @Get(':documentId/file')
  @Can('organization.documents')
  @AnswerFile(FILE_MEDIA, 'The copy of a paper, for its members and those who review it.')
  open(
    @Param('id', { schema: uuid }) id: string,
    @Param('documentId', { schema: uuid }) documentId: string,
    @CurrentActor() actor: Actor,
  ): Promise<StreamableFile> {
    return this.files.read(actor, id, documentId);
  }

  @Post(':documentId/hand-in-again')
  @Can('organization.add-document')
  @Idempotent({ replay: 'list' })
  @Answer(201, documentsView, 'Puts an accepted paper that still holds before the desk once more, to renew the verification.')
  async handInAgain(
    @Param('id', { schema: uuid }) id: string,
    @Param('documentId', { schema: uuid }) documentId: string,
    @CurrentActor() actor: PersonActor,
  ): Promise<DocumentsView> {
    await this.documents.handInAgain(actor, id, documentId);
    return this.queries.list(actor, id);
  }

  @Post(':documentId/accept')
  @HttpCode(200)
  @Can('organization.accept-document')
  @Answer(200, documentsView, 'The last paper of L1 verifies the organization.')
  async accept(
    @Param('id', { schema: uuid }) id: string,
    @Param('documentId', { schema: uuid }) documentId: string,
    @Body({ schema: acceptance }) body: Acceptance,
    @CurrentActor() actor: PersonActor,
  ): Promise<DocumentsView> {
    await this.documents.accept(actor, id, documentId, body);
    return this.queries.list(actor, id);
  }

  @Post(':documentId/refuse')
  @HttpCode(200)
  @Can('organization.refuse-document')
  @Answer(200, documentsView, 'With a reason; the organization may hand in another one.')
  async refuse(
    @Param('id', { schema: uuid }) id: string,
    @Param('documentId', { schema: uuid }) documentId: string,
    @Body({ schema: refusal }) body: Refusal,
    @CurrentActor() actor: PersonActor,
  ): Promise<DocumentsView> {
    await this.documents.refuse(actor, id, documentId, body);
    return this.queries.list(actor, id);
  }
}
