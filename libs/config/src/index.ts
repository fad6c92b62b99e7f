export { Config, readConfig, settings, WrongSettings, type Settings } from './config.ts';
