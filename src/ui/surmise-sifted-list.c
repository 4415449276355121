/* surmise-sifted-list.c – those items of a list that are shown
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-sifted-list.h"

/**
 * SurmiseSiftedList:
 *
 * The toolkit's own filter tells of each gap that it leaves by itself, and a view of thousands of items looks through all
 * of its rows for each of them. This one tells once, of all that lies between the first change and the last.
 */
struct _SurmiseSiftedList
{
  GObject          parent_instance;

  GType            type;
  SurmiseSiftFunc  func;
  gpointer         user_data;
  GPtrArray       *all;   /* (owned): of the model, which does not change */
  GPtrArray       *shown; /* (owned): of @all, which holds them */
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SurmiseSiftedList, surmise_sifted_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

enum { WILL_CHANGE, N_SIGNALS };

static guint signals[N_SIGNALS];

static GType
get_item_type (GListModel *list)
{
  return SURMISE_SIFTED_LIST (list)->type;
}

static guint
get_n_items (GListModel *list)
{
  return SURMISE_SIFTED_LIST (list)->shown->len;
}

static gpointer
get_item (GListModel *list,
          guint       position)
{
  SurmiseSiftedList *self = SURMISE_SIFTED_LIST (list);

  return position < self->shown->len ? g_object_ref (g_ptr_array_index (self->shown, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item = get_item;
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
}

/* @all: where what is shown comes from; taken in place of the old ones. */
static void
sift (SurmiseSiftedList *self,
      GPtrArray         *all)
{
  g_autoptr(GPtrArray) old = NULL;
  g_autoptr(GPtrArray) old_all = g_ptr_array_ref (self->all);
  GPtrArray *new = g_ptr_array_new ();
  guint start = 0, end = 0, most;

  for (guint i = 0; i < all->len; i++)
    if (self->func (g_ptr_array_index (all, i), self->user_data))
      g_ptr_array_add (new, g_ptr_array_index (all, i));

  g_signal_emit (self, signals[WILL_CHANGE], 0);
  g_ptr_array_ref (all);
  g_ptr_array_unref (self->all);
  self->all = all;
  old = self->shown;
  self->shown = new;

  most = MIN (old->len, new->len);
  while (start < most && old->pdata[start] == new->pdata[start])
    start++;
  while (end < most - start && old->pdata[old->len - 1 - end] == new->pdata[new->len - 1 - end])
    end++;
  if (old->len - start - end > 0 || new->len - start - end > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), start, old->len - start - end, new->len - start - end);
}

static void
surmise_sifted_list_finalize (GObject *object)
{
  SurmiseSiftedList *self = SURMISE_SIFTED_LIST (object);

  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->all, g_ptr_array_unref);

  G_OBJECT_CLASS (surmise_sifted_list_parent_class)->finalize (object);
}

static void
surmise_sifted_list_class_init (SurmiseSiftedListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = surmise_sifted_list_finalize;

  signals[WILL_CHANGE] = g_signal_new ("will-change", SURMISE_TYPE_SIFTED_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
}

static void
surmise_sifted_list_init (SurmiseSiftedList *self)
{
  self->all = g_ptr_array_new_with_free_func (g_object_unref);
  self->shown = g_ptr_array_new ();
}

/**
 * surmise_sifted_list_new:
 * @type: of the items
 * @func: says whether an item is shown; not called again after the list is empty
 * @user_data: for @func
 *
 * Returns: (transfer full): an empty list
 */
SurmiseSiftedList *
surmise_sifted_list_new (GType           type,
                         SurmiseSiftFunc func,
                         gpointer        user_data)
{
  SurmiseSiftedList *self = g_object_new (SURMISE_TYPE_SIFTED_LIST, NULL);

  self->type = type;
  self->func = func;
  self->user_data = user_data;

  return self;
}

/**
 * surmise_sifted_list_set_model:
 * @self: the list
 * @model: (nullable): what to sift: it does not change from here on
 */
void
surmise_sifted_list_set_model (SurmiseSiftedList *self,
                               GListModel        *model)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = model != NULL ? g_list_model_get_n_items (model) : 0;

  g_return_if_fail (SURMISE_IS_SIFTED_LIST (self));

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (all, g_list_model_get_item (model, i));
  sift (self, all);
}

/* What the function says has changed. */
void
surmise_sifted_list_sift (SurmiseSiftedList *self)
{
  g_return_if_fail (SURMISE_IS_SIFTED_LIST (self));

  sift (self, self->all);
}
