import { Module } from '@nestjs/common';
import { takesCommands } from '../http/takes-commands';
import { EraseSubmitterHandler } from './erase-submitter';
import { MergeSuggestionHandler } from './merge-suggestion.handler';
import { EnterSuggestionHandler, SubmitSuggestionHandler } from './receive-suggestion.handlers';
import { ScreenSuggestionHandler } from './screen-suggestion.handler';
import { suggestionCommandHandlers } from './suggestion.commands';
import { SuggestionController } from './suggestion.controller';

const handlers = [
  ...Object.values(suggestionCommandHandlers),
  SubmitSuggestionHandler,
  EnterSuggestionHandler,
  MergeSuggestionHandler,
  ScreenSuggestionHandler,
  EraseSubmitterHandler,
];

@Module({
  controllers: [takesCommands('建议 suggestion', handlers), SuggestionController],
  providers: handlers,
})
export class SuggestionModule {}
