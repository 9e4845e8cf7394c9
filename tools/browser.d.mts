import type { Browser, LaunchOptions } from 'playwright'

export declare function launchBrowser(options?: LaunchOptions): Promise<Browser>
export declare function browserLaunchOptions(): LaunchOptions & { executablePath: string; args: string[] }
