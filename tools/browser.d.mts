import type { Browser, LaunchOptions } from '@playwright/test'

export declare function launchBrowser(options?: LaunchOptions): Promise<Browser>
export declare function browserLaunchOptions(): LaunchOptions & { executablePath: string; args: string[] }
