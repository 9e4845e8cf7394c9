import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Checkbox, CheckboxGroup, RadioGroup, Switch } from './choice.tsx'

afterEach(cleanup)
const options = (['a', 'b', 'c'] as const).map((value) => ({ value, label: value.toUpperCase() }))

describe('choices', () => {
  it('radios are one named group and hand on the one picked', () => {
    const onChange = vi.fn()
    render(
      <RadioGroup legend="Who can see it?" options={options} value={null} onChange={onChange} error="Choose one" />,
    )
    expect(screen.getByRole('group', { name: 'Who can see it?', description: 'Choose one' })).toBeTruthy()
    const radios = screen.getAllByRole<HTMLInputElement>('radio')
    expect(new Set(radios.map((radio) => radio.name)).size).toBe(1)
    fireEvent.click(screen.getByRole('radio', { name: 'B' }))
    expect(onChange.mock.calls).toEqual([['b']])
  })

  it('ticks keep the order of the options', () => {
    const onChange = vi.fn()
    const { rerender } = render(<CheckboxGroup legend="Topics" options={options} value={['c']} onChange={onChange} />)
    fireEvent.click(screen.getByRole('checkbox', { name: 'A' }))
    expect(onChange.mock.lastCall).toEqual([['a', 'c']])
    rerender(<CheckboxGroup legend="Topics" options={options} value={['a', 'c']} onChange={onChange} />)
    fireEvent.click(screen.getByRole('checkbox', { name: 'A' }))
    expect(onChange.mock.lastCall).toEqual([['c']])
  })

  it('one tick says what to put right', () => {
    render(<Checkbox label="I am 13 or over" error="Tick this to go on" />)
    const tick = screen.getByRole('checkbox', { name: 'I am 13 or over', description: 'Tick this to go on' })
    expect(tick.getAttribute('aria-invalid')).toBe('true')
  })

  it('a switch is a switch, with its hint read after its name', () => {
    const onChange = vi.fn()
    render(<Switch label="Quiet hours" hint="10pm to 6am" isOn={false} onChange={onChange} />)
    const control = screen.getByRole<HTMLInputElement>('switch', { name: 'Quiet hours', description: '10pm to 6am' })
    expect(control.checked).toBe(false)
    fireEvent.click(control)
    expect(onChange.mock.calls).toEqual([[true]])
  })
})
