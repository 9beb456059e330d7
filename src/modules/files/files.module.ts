import { Module } from '@nestjs/common';
import { RulesModule } from '../rules/index.js';
import { FileAnswers } from './file-answers.service.js';
import { FileSweep } from './file-sweep.service.js';
import { FilesController } from './files.controller.js';
import { FilesService } from './files.service.js';
import { UploadsController } from './uploads.controller.js';
import { Uploads } from './uploads.service.js';

@Module({
  imports: [RulesModule],
  controllers: [FilesController, UploadsController],
  providers: [FilesService, FileAnswers, FileSweep, Uploads],
  exports: [FilesService, FileAnswers, Uploads],
})
export class FilesModule {}
