import type { MultipartFile } from '@fastify/multipart';
import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import type { PersonActor } from '../../kernel/actor.js';
import { Answer, Can, CurrentActor, Upload, uuid } from '../../platform/http/index.js';
import { fileView, type FileView, newUpload, type NewUpload, uploadPlace, uploadView, type UploadView } from './files.schemas.js';
import { Uploads } from './uploads.service.js';

/** Where people send files over lines that break: part by part. */
@Controller('api/v1/uploads')
export class UploadsController {
  constructor(private readonly uploads: Uploads) {}

  @Post()
  @Can('file.upload')
  @Answer(201, uploadView, 'Begins to send a file of at most 10 MB in parts of at most 256 kB. What is not finished goes after a day.')
  begin(@Body({ schema: newUpload }) body: NewUpload, @CurrentActor() actor: PersonActor): Promise<UploadView> {
    return this.uploads.begin(actor, body);
  }

  @Get(':id')
  @Can('file.upload', { own: true })
  @Answer(200, uploadView, 'How much has arrived, to go on after the line has broken.')
  one(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: PersonActor): Promise<UploadView> {
    return this.uploads.one(actor, id);
  }

  @Put(':id/parts/:at')
  @Can('file.upload')
  @Answer(200, uploadView, 'Takes the next part. One that has arrived already does no harm.')
  add(
    @Param('id', { schema: uuid }) id: string,
    @Param('at', { schema: uploadPlace }) at: number,
    @Upload() part: MultipartFile,
    @CurrentActor() actor: PersonActor,
  ): Promise<UploadView> {
    return this.uploads.add(actor, id, at, part.file);
  }

  @Post(':id/finish')
  @Can('file.upload')
  @Answer(201, fileView, 'Makes a file of the parts, under the same id; asked for again, it answers the same.')
  finish(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: PersonActor): Promise<FileView> {
    return this.uploads.finish(actor, id);
  }
}
