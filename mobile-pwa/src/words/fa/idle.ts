import type en from '../en/idle.ts'
import { digits } from './marks.ts'

const idle: typeof en = {
  idle: 'به‌زودی از حساب خارج می‌شوید',
  left: (count) => `${digits(count)} ثانیه مانده`,
  stay: 'در حساب بمانید',
}

export default idle
