/** What is called about, and what whoever answered noted: subject, reason, note. */
export const matters: Readonly<Record<'fernhill' | 'lumo', readonly (readonly [string, string, string])[]>> = {
  fernhill: [
    [
      'Where is the parcel with the tent?',
      'Where is it',
      'Tracked it together: out for delivery tomorrow before noon.',
    ],
    [
      'Says delivered, is not here',
      'Delivered, not here',
      'Driver’s photo shows another door. Fetching it, new one leaves today.',
    ],
    ['Boots are half a size too small', 'Exchange', 'Sent an exchange label for 42.5; refund not wanted.'],
    ['Sleeping bag: comfort temperature', 'Advice', 'Explained comfort and limit; advised the model to minus seven.'],
    ['Charged twice for one order', 'Refund', 'One of the two was a reservation; it falls away by Friday.'],
    ['Change the delivery address', 'Change of address', 'Address changed before packing; read back and confirmed.'],
    ['Zip of the jacket', 'Seams and zips', 'Workshop label sent by mail; ten days, told so.'],
    ['Stove does not light', 'Stoves', 'Cleaned the jet together; it works again. No return needed.'],
    ['Invoice for a company', 'Invoice', 'VAT number taken down and read back; invoice sent again.'],
  ],
  lumo: [
    ['Bill much higher than last month', 'Amount', 'Two readings in one bill; explained, sent apart by mail.'],
    ['Moving to another flat', 'Moving house', 'Both dates taken; reading by photo on the last day.'],
    ['Debit date', 'Direct debit', 'Moved to the 5th of each month from now on.'],
  ],
};
