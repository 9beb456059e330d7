import { Controller, Get, Param, type StreamableFile } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { AnswerFile, CurrentActor, Public, uuid } from '../../platform/http/index.js';
import { FILE_MEDIA } from '../../platform/storage/index.js';
import { ListingFiles } from './listing-files.service.js';

/** Files of offers and needs; which there are says the listing. */
@Controller('api/v1/listings/:id/files')
export class ListingFilesController {
  constructor(private readonly files: ListingFiles) {}

  @Get(':fileId')
  @Public()
  @AnswerFile(FILE_MEDIA, 'A file of a listing, for those to whom the listing names it.')
  open(
    @Param('id', { schema: uuid }) id: string,
    @Param('fileId', { schema: uuid }) fileId: string,
    @CurrentActor() actor: Actor,
  ): Promise<StreamableFile> {
    return this.files.open(actor, id, fileId);
  }
}
