import type { MultipartFile } from '@fastify/multipart';
import { Controller, Post } from '@nestjs/common';
import type { PersonActor } from '../../kernel/actor.js';
import { Answer, Can, CurrentActor, Upload } from '../../platform/http/index.js';
import { fileView, type FileView } from './files.schemas.js';
import { FilesService } from './files.service.js';

/** Where people send files, one at a time. What they are for says the next request, so that nothing is lost when a line breaks. */
@Controller('api/v1/files')
export class FilesController {
  constructor(private readonly files: FilesService) {}

  @Post()
  @Can('file.upload')
  @Answer(201, fileView, 'Takes a file of at most 10 MB. Name its id in a listing, a paper or a consent within a day; otherwise it goes.')
  upload(@Upload() part: MultipartFile, @CurrentActor() actor: PersonActor): Promise<FileView> {
    return this.files.upload(actor, part);
  }
}
