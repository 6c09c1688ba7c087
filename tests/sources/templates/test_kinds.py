import pytest

from trustlint.sources.templates import placeholder_kind

OTHERS = """
update_url ticket.id order.number ticket.ticket_field_123 order.status product_name candidate time_zone
refund_status refund_id return_days user.email tracking_url number_of_days order.product.name customer.email
update event_date_url payment_method date_format x
"""
NAMES = """
customer.first_name ticket.requester.first_name agent.name Contact.FirstName FNAME name ticket.name.first
Case.Contact current_user.name created_by user.firstname assignee company.name firstName getCustomerName
"""
DATES = """
due_date ticket.due_date_with_timestamp updated_at order.created_at next_update nextUpdate DUE_DATE
Case.CreatedDate Case.Due_Date__c eta reply_by shipped_on deadline order.date.long estimated_delivery_date
date_of_birth duedate delivery_time estimated_delivery tomorrow time order.created_at.formatted
appointment_time getCreatedAtFormated('long')
"""
MONEY = """
amount order.total refund_amount price amount_due invoice.balance refund
"""


@pytest.mark.parametrize("name", OTHERS.split())
def test_no_kind_of_its_own(name: str) -> None:
    assert placeholder_kind(name) == "other"


@pytest.mark.parametrize("name", NAMES.split())
def test_names_are_no_dates(name: str) -> None:
    assert placeholder_kind(name) == "name"


@pytest.mark.parametrize("name", DATES.split())
def test_dates(name: str) -> None:
    assert placeholder_kind(name) == "date"


@pytest.mark.parametrize("name", MONEY.split())
def test_money(name: str) -> None:
    assert placeholder_kind(name) == "money"


def test_a_user_has_words_for_dates() -> None:
    assert placeholder_kind("ticket.frobnication") == "other"
    assert placeholder_kind("ticket.frobnication", {"frobnication"}) == "date"
