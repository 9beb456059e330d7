import { Module } from '@nestjs/common';
import { JobsAdminController } from './jobs-admin.controller.js';

/** The administrators' routes on jobs; apart from QueueModule, which has to load without the HTTP edge. */
@Module({ controllers: [JobsAdminController] })
export class JobsAdminModule {}
