import { Module } from '@nestjs/common';
import { RulesModule } from '../rules/index.js';
import { FileAnswers } from './file-answers.service.js';
import { FileSweep } from './file-sweep.service.js';
import { FilesController } from './files.controller.js';
import { FilesService } from './files.service.js';

@Module({
  imports: [RulesModule],
  controllers: [FilesController],
  providers: [FilesService, FileAnswers, FileSweep],
  exports: [FilesService, FileAnswers],
})
export class FilesModule {}
