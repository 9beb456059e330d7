import { Module } from '@nestjs/common';
import { Announcements } from './announcements.service.js';

/** What administrators say above every page. Needs PlatformModule. */
@Module({ providers: [Announcements], exports: [Announcements] })
export class AnnouncementsModule {}
